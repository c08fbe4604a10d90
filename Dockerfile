# docker build -t policylint . && docker run --rm -v "$PWD:/work" policylint docs/legal
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /tmp

FROM node:22-alpine
# git: for --since.
RUN apk add --no-cache git
COPY --from=build /tmp/policylint-*.tgz /tmp/
RUN npm install --global /tmp/policylint-*.tgz && rm /tmp/policylint-*.tgz && git config --system --add safe.directory /work
USER node
WORKDIR /work
ENTRYPOINT ["policylint"]
