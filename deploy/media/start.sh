#!/bin/sh
# Starts the media server in its image: fills in nginx.conf, makes the slate, becomes nginx.
#   STREAM_CALLBACK_SECRET=... STREAM_LINK_SECRET=... sh start.sh
set -eu
here=$(dirname "$0")
# A secret that the stream service does not have would let nobody publish and play nothing.
: "${STREAM_CALLBACK_SECRET:?set it, as for the stream service}" "${STREAM_LINK_SECRET:?set it, as for the stream service}"
export CALLBACK_SECRET="$STREAM_CALLBACK_SECRET" LINK_SECRET="$STREAM_LINK_SECRET"
export SERVICE="${STREAM_URL:-http://stream:8000}" SPOOL="${STREAM_SPOOL:-/spool}" STATE="${STREAM_MEDIA_STATE:-/tmp/media}"
export RTMP="${STREAM_MEDIA_RTMP:-1935}" HTTP="${STREAM_MEDIA_HTTP:-8080}"
export RELAY_PORT="${STREAM_MEDIA_RELAY:-1936}" CALLBACK_PORT="${STREAM_MEDIA_CALLBACKS:-8081}"
export CONNECTIONS="${STREAM_MEDIA_CONNECTIONS:-1000}" PART_SECONDS="${STREAM_MEDIA_PART_SECONDS:-60}"
export HLS="$STATE/hls" MODULE="load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;" USER=""
export PLAY="deny play all;" RENDITIONS=""
case "${STREAM_RENDITIONS:-}" in
1 | true | yes | on)
    PLAY="allow play 127.0.0.1; deny play all;"
    RENDITIONS=$(envsubst '${RELAY_PORT}' <"$here/renditions.conf")
    ;;
esac
umask 077
mkdir -p "$STATE/tmp" "$HLS/source" "$HLS/medium" "$HLS/low"
[ -e "$STATE/slate.ts" ] || sh "$here/slate.sh" "$STATE/slate.ts"
envsubst '${MODULE} ${USER} ${STATE} ${HLS} ${SPOOL} ${RTMP} ${HTTP} ${RELAY_PORT} ${CALLBACK_PORT} ${SERVICE}
    ${CONNECTIONS} ${PART_SECONDS} ${CALLBACK_SECRET} ${LINK_SECRET} ${PLAY} ${RENDITIONS}' \
    <"$here/nginx.conf" >"$STATE/nginx.conf"
exec nginx -e stderr -p "$STATE" -c "$STATE/nginx.conf"
