# syntax=docker/dockerfile:1
# One image a service:  docker build --build-arg SERVICE=wallet -t amigok/wallet .
# And the gateway:      docker build --target gateway -t amigok/gateway .
# And the media server: docker build --target media -t amigok/media .

FROM python:3.11-slim AS build
ARG SERVICE
RUN pip install --no-cache-dir 'uv>=0.9,<1' && python -m venv /app/venv
ENV VIRTUAL_ENV=/app/venv UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
WORKDIR /src
COPY requirements.lock tools/overrides.txt ./
COPY libs libs
COPY services/${SERVICE} services/${SERVICE}
# Only what this service needs, in the locked versions and with their hashes verified.
RUN uv pip install --no-cache --no-sources --constraint requirements.lock \
    --overrides overrides.txt ./libs/contracts ./libs/chassis ./libs/herd ./services/${SERVICE}

FROM traefik:v3.7 AS gateway
COPY gateway/static.yml gateway/dynamic.yml gateway/start.sh /etc/traefik/
USER 65534:65534
HEALTHCHECK --interval=5s --timeout=3s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/ready"]
CMD ["sh", "/etc/traefik/start.sh", "/etc/traefik/static.yml", "/tmp/traefik.yml"]

FROM debian:12-slim AS media
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx-light libnginx-mod-rtmp ffmpeg fonts-dejavu-core gettext-base \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home amigok && install --directory --mode 700 --owner amigok /spool
COPY deploy/media/ /etc/amigok-media/
USER 10001:10001
EXPOSE 1935 8080
HEALTHCHECK --interval=5s --timeout=3s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080"]
CMD ["sh", "/etc/amigok-media/start.sh"]

FROM python:3.11-slim AS service
ARG SERVICE
RUN useradd --system --uid 10001 --no-create-home amigok && install --directory --mode 700 --owner amigok /storage
# Recordings and snapshots are made by ffmpeg.
RUN if [ "$SERVICE" = stream ]; then apt-get update && apt-get install -y --no-install-recommends ffmpeg \
    && rm -rf /var/lib/apt/lists/*; fi
COPY --from=build /app/venv /app/venv
COPY docs/openapi.json docs/asyncapi.json /app/docs/
ENV PATH=/app/venv/bin:$PATH PYTHONUNBUFFERED=1 SERVICE=${SERVICE} \
    AMIGOK_HOST=0.0.0.0 AMIGOK_PORT=8000 PORTAL_DOCS_PATH=/app/docs
USER 10001:10001
WORKDIR /app
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s CMD ["python", "-c", \
    "import os, urllib.request as http; http.urlopen(f'http://127.0.0.1:{os.environ[\"AMIGOK_PORT\"]}/health/ready', timeout=2)"]
# exec: signals reach the service itself, which then drains.
CMD ["sh", "-c", "exec python -m amigok_chassis run \"$SERVICE\""]
