#!/bin/sh
# Starts Traefik in its image: start.sh STATIC WRITTEN. The static configuration reads no environment, so the
# addresses of AMIGOK_TRUSTED_PROXIES are put in here.
set -eu
proxies=$(printf '%s' "${AMIGOK_TRUSTED_PROXIES:-}" | tr -d ' ')
case $proxies in
    *[!0-9A-Fa-f.:/,]*)
        echo "AMIGOK_TRUSTED_PROXIES is no list of addresses and networks: $proxies" >&2
        exit 1
        ;;
esac
sed "s|trustedIPs: \[\]|trustedIPs: [$(printf '%s' "$proxies" | sed 's/[^,][^,]*/"&"/g')]|" "$1" >"$2"
exec traefik --configFile="$2"
