#!/bin/sh
# Starts workerd for Miniflare: with as many file descriptors as the machine allows (a stream costs two),
# known by its pid, and, where Linux offers it, ended by the kernel when its parent dies.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true
[ -n "$VEZ_WORKERD_PID_FILE" ] && echo $$ > "$VEZ_WORKERD_PID_FILE"
if command -v setpriv >/dev/null 2>&1 && setpriv --pdeathsig KILL true 2>/dev/null; then
  exec setpriv --pdeathsig KILL "$VEZ_WORKERD" "$@"
fi
exec "$VEZ_WORKERD" "$@"
