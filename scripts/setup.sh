#!/bin/sh
# Sets up what a fresh Debian machine lacks: the packages of package-lock.json (they bring Node 26 with them) and,
# with --browser, a Chromium for the browser tests. Does nothing where all is there. POSIX sh and the system's own,
# old Node are all it may lean on.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"

main() {
  install_packages
  require_node
  if [ "${1:-}" = --browser ]; then install_browser; fi
}

install_packages() {
  command -v npm >/dev/null 2>&1 || stop 'npm was not found. On Debian: apt-get install npm'
  why=$(node scripts/stale.cjs)
  [ -n "$why" ] || return 0
  say "$why: running npm ci"
  npm ci --no-audit --no-fund --loglevel=error
}

require_node() {
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 26 ? 0 : 1)' || stop \
    "Node 26 or newer is needed and $(node --version) was found. npm brings it on Linux x64; elsewhere install it from nodejs.org"
}

# Browser tests never vanish in silence: where no browser can be had, the tests stop here, unless told to go without.
install_browser() {
  if browser_found; then return 0; fi
  if [ "${KEPT_WITHOUT_BROWSER:-}" = 1 ]; then
    say 'no Chromium was found and KEPT_WITHOUT_BROWSER=1: the browser tests will be listed as skipped'
    return 0
  fi
  command -v apt-get >/dev/null 2>&1 || stop "$browser_help"
  if [ "$(id -u)" = 0 ]; then as_root=''
  elif sudo -n true 2>/dev/null; then as_root='sudo -n'
  else stop "$browser_help"
  fi
  say 'installing chromium for the browser tests'
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq || stop "apt-get update failed. $browser_help"
  $as_root apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null ||
    stop "apt-get install chromium failed. $browser_help"
  browser_found || stop "chromium was installed but is not on the path. $browser_help"
}

browser_help='The browser tests need Chromium: install it (on Debian, as root: apt-get install chromium), or name one in
KEPT_CHROMIUM=/path/to/chromium, or leave those tests out knowingly with KEPT_WITHOUT_BROWSER=1'

browser_found() {
  if [ -n "${KEPT_CHROMIUM:-}" ]; then
    [ -x "$KEPT_CHROMIUM" ] || stop "KEPT_CHROMIUM names $KEPT_CHROMIUM, which cannot be run"
    return 0
  fi
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

say() { printf 'setup: %s\n' "$*"; }

stop() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

main "$@"
