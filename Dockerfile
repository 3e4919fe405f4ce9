FROM node:24.21.0-bookworm-slim AS build
WORKDIR /build
# Before the rest, so that the packages are a layer of their own; the script below would install them as well.
COPY package.json package-lock.json .npmrc ./
COPY scripts/bootstrap.mjs scripts/
RUN node --input-type=module --eval 'import { ensureInstalled } from "./scripts/bootstrap.mjs"; ensureInstalled();'
COPY . .
# All steps are in the script, which tests run where there is no container engine.
RUN node scripts/image.mjs /image && mkdir /data

FROM scratch
LABEL org.opencontainers.image.title="Branchline" \
      org.opencontainers.image.description="A web chat in which people get their Bitbucket work done by an agent." \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /image/ /
COPY --from=build --chown=65532:65532 /data /data
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
EXPOSE 3000
VOLUME ["/data"]
USER 65532:65532
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/usr/local/bin/node", "/branchline/health.mjs"]
ENTRYPOINT ["/usr/local/bin/node", "--v8-pool-size=1", "/branchline/entry.mjs"]
