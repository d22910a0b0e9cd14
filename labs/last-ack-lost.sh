#!/usr/bin/env bash
# Reason two: the last ACK is lost. TIME_WAIT hears the FIN again, answers again, and its clock starts anew.
. "$(dirname "$0")/namespaces.sh"

now_ms() { date +%s%3N; }
left() { on_client ss -Htano state time-wait | sed -n 's/.*timewait,\([0-9]*\)sec.*/\1/p'; }

server listen 80
client connect "$SERVER_ADDRESS" 80
server accept
client close
until_state "$SERVER" CLOSE-WAIT
heading 'The client closes first, and what it sends from now on is lost.'

# Routes alone: what arrives still arrives, what would leave finds no way.
on_client sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.wire.rp_filter=0
on_client ip route add blackhole "$SERVER_ADDRESS/32"
server read-end
server close
until_state "$CLIENT" TIME-WAIT
began_ms=$(now_ms)
compare 'the last ACK is lost: client' TIME-WAIT "$(state_of "$CLIENT")"
compare 'the last ACK is lost: server' LAST-ACK "$(state_of "$SERVER")"

sleep 2.2
again=$(on_server nstat -asz TcpRetransSegs | awk '/TcpRetransSegs/ { print ($2 > 0) ? "repeated" : "not repeated" }')
compare 'two seconds later: the FIN of the server is' repeated "$again"
compare 'the server still waits' LAST-ACK "$(state_of "$SERVER")"

on_client ip route del blackhole "$SERVER_ADDRESS/32"
# The next repetition comes within the doubled time-out.
for _ in $(seq 100); do
  [ "$(state_of "$SERVER")" = LAST-ACK ] || break
  sleep 0.1
done
compare 'the way is free, the FIN comes once more: server' CLOSED "$(state_of "$SERVER")"
# What is over and what is left would be 60 s together, had the clock not started anew.
compare 'TIME_WAIT has started its 60 s anew' yes "$([ $(($(now_ms) - began_ms + $(left) * 1000)) -ge 61500 ] && echo yes || echo no)"
finish
