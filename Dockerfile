# The Neo4j of this image is another container: see docker-compose.yml.
FROM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /newsgraph ./cmd/newsgraph

FROM alpine:3.22
RUN apk add --no-cache ca-certificates tzdata && adduser -D -u 10001 newsgraph
COPY --from=build /newsgraph /usr/local/bin/newsgraph
USER newsgraph
WORKDIR /home/newsgraph
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD wget -q -O /dev/null http://127.0.0.1:8080/readyz
ENTRYPOINT ["newsgraph"]
CMD ["serve", "--listen", "0.0.0.0:8080"]
