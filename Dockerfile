# A small image with the Debian package that script/release makes:
#
#     docker build -t ghirbal . && docker run --rm -v "$PWD:/work" ghirbal clean page.html
FROM swift:6.2-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends binutils dpkg-dev python3
COPY . /source
RUN /source/script/release /dist

FROM debian:bookworm-slim
RUN --mount=from=build,source=/dist,target=/dist \
    apt-get update && apt-get install -y --no-install-recommends /dist/*.deb && rm -rf /var/lib/apt/lists/*
WORKDIR /work
ENTRYPOINT ["ghirbal"]
