#!/bin/sh
# Sets up what a fresh Debian machine lacks: the packages of package-lock.json (they bring Node 26 with them), the style
# sheet and the script of the pages, and, with --tests, a Chromium, a PostgreSQL server and the programs for Braille and audio. Does nothing
# where all is there. POSIX sh and the system's own, old Node are all it may lean on.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"

main() {
  install_packages
  require_node
  node --import tsx scripts/build-assets.ts
  if [ "${1:-}" = --tests ]; then install_for_tests; fi
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

# Tests never vanish in silence: where their browser or their PostgreSQL server cannot be had, they stop here, unless
# told to go without.
install_for_tests() {
  wanted=''
  if [ "${KEPT_WITHOUT_BROWSER:-}" != 1 ] && ! browser_found; then wanted='chromium-headless-shell fonts-liberation'; fi
  if [ "${KEPT_WITHOUT_SERVER:-}" != 1 ] && ! server_found; then wanted="$wanted postgresql"; fi
  if [ "${KEPT_WITHOUT_FORMATS:-}" != 1 ] && ! formats_found; then wanted="$wanted $formats_packages"; fi
  if [ -n "$wanted" ]; then apt_install "$wanted"; fi
  browser_found || without "${KEPT_WITHOUT_BROWSER:-}" "$browser_help" \
    'no Chromium was found and KEPT_WITHOUT_BROWSER=1: the browser tests will be listed as skipped'
  server_found || without "${KEPT_WITHOUT_SERVER:-}" "$server_help" \
    'no PostgreSQL server was found and KEPT_WITHOUT_SERVER=1: its tests will be listed as skipped'
  formats_found || without "${KEPT_WITHOUT_FORMATS:-}" "$formats_help" \
    'the programs for Braille and audio were not found and KEPT_WITHOUT_FORMATS=1: their tests will be listed as skipped'
}

without() {
  [ "$1" = 1 ] || stop "it was installed but cannot be found. $2"
  say "$3"
}

apt_install() {
  help="The tests need more than was found:$1.
$browser_help
$server_help
$formats_help"
  command -v apt-get >/dev/null 2>&1 || stop "$help"
  if [ "$(id -u)" = 0 ]; then as_root=''
  elif sudo -n true 2>/dev/null; then as_root='sudo -n'
  else stop "$help"
  fi
  say "installing for the tests: $1"
  export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
  $as_root apt-get update -qq || stop "apt-get update failed. $help"
  # Not every Debian has the Chromium without a window; the other does as well, with more work a page.
  apt-cache show chromium-headless-shell >/dev/null 2>&1 ||
    set -- "$(printf '%s' "$1" | sed 's/chromium-headless-shell/chromium/')"
  # The tests start servers of their own: Debian's package need not make and start one.
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    $as_root sh -c 'mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf'
  fi
  # shellcheck disable=SC2086  # several packages in one word
  $as_root apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold $1 >/dev/null ||
    stop "apt-get install $1 failed. $help"
}

browser_help='The browser tests need Chromium: install it (on Debian, as root: apt-get install chromium-headless-shell, or chromium),
or name one in KEPT_CHROMIUM=/path/to/chromium, or leave those tests out knowingly with KEPT_WITHOUT_BROWSER=1'

server_help='The database tests need a PostgreSQL server: install one (on Debian, as root: apt-get install postgresql), or name one
in KEPT_TEST_DATABASE_URL=postgres://…, or leave those tests out knowingly with KEPT_WITHOUT_SERVER=1'

# Braille, speech, Ogg Opus, MP3, and a font with Arabic letters.
formats_packages='liblouis-bin espeak-ng opus-tools lame fonts-dejavu-core'

formats_help="The tests of Braille, audio and other alphabets need programs: install them (on Debian, as root: apt-get install
$formats_packages), or leave those tests out knowingly with KEPT_WITHOUT_FORMATS=1"

formats_found() {
  for name in lou_translate espeak-ng opusenc lame; do
    command -v "$name" >/dev/null 2>&1 || return 1
  done
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]
}

browser_found() {
  if [ -n "${KEPT_CHROMIUM:-}" ]; then
    [ -x "$KEPT_CHROMIUM" ] || stop "KEPT_CHROMIUM names $KEPT_CHROMIUM, which cannot be run"
    return 0
  fi
  for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

# It need not run: the tests start the programs themselves.
server_found() {
  if [ -n "${KEPT_TEST_DATABASE_URL:-}" ]; then return 0; fi
  for initdb in /usr/lib/postgresql/*/bin/initdb; do
    if [ -x "$initdb" ]; then return 0; fi
  done
  return 1
}

say() { printf 'setup: %s\n' "$*"; }

stop() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

main "$@"
