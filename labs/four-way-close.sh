#!/usr/bin/env bash
# A close in four steps, watched with ss: who closes first waits.
. "$(dirname "$0")/namespaces.sh"

server listen 80
client connect "$SERVER_ADDRESS" 80
server accept
heading 'The client closes first.'
compare 'connected: client' ESTAB "$(state_of "$CLIENT")"
compare 'connected: server' ESTAB "$(state_of "$SERVER")"

client close
until_state "$CLIENT" FIN-WAIT-2
compare 'after close() of the client: client' FIN-WAIT-2 "$(state_of "$CLIENT")"
compare 'after close() of the client: server' CLOSE-WAIT "$(state_of "$SERVER")"

server read-end
server close
until_state "$CLIENT" TIME-WAIT
compare 'after close() of the server: client' TIME-WAIT "$(state_of "$CLIENT")"
compare 'after close() of the server: server' CLOSED "$(state_of "$SERVER")"

seconds=$(on_client ss -Htano state time-wait | sed -n 's/.*timewait,\([0-9]*\)sec.*/\1/p')
compare 'TIME_WAIT has begun to count down from' '60 s' "$([ "$seconds" -ge 50 ] && [ "$seconds" -lt 60 ] && echo '60 s' || echo "$seconds s left")"
finish
