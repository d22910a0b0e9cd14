#!/usr/bin/env bash
# Port exhaustion with a range of ten ports, and what helps.
. "$(dirname "$0")/namespaces.sh"

# Connects, closes first, and says what connect() gave.
one() {
  client connect "$SERVER_ADDRESS" "$1"
  [ "$ANSWER" = ok ] || return 0
  server accept
  client close
  server read-end
  server close
  ANSWER=ok
}

on_client sysctl -qw net.ipv4.ip_local_port_range='40000 40009' net.ipv4.tcp_tw_reuse=2
server listen 80
heading 'A range of ten ports; the client closes first.'
for _ in $(seq 10); do one 80; done
until_state "$CLIENT" TIME-WAIT
compare 'ten connections: entries' 10 "$(on_client ss -Htan state time-wait | wc -l)"
one 80
compare 'the eleventh connect()' EADDRNOTAVAIL "$ANSWER"

server listen 81
one 81
compare 'connect() to another port of the server' ok "$ANSWER"

server listen 80
on_client sysctl -qw net.ipv4.tcp_fin_timeout=1
sleep 2
one 80
compare 'tcp_fin_timeout=1, two seconds later: connect()' EADDRNOTAVAIL "$ANSWER"

on_client sysctl -qw net.ipv4.tcp_tw_reuse=1
one 80
compare 'tcp_tw_reuse=1: connect()' ok "$ANSWER"
finish
