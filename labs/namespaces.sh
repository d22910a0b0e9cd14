# Two network namespaces, "client" and "server", joined by a veth pair. Sourced by the labs; nothing outside the two is touched,
# and both are gone when the lab ends, however it ends.
set -eu

refuse() { echo "This lab needs $1." >&2; exit 69; }
[ "$(uname)" = Linux ] || refuse 'Linux'
[ "$(id -u)" = 0 ] || refuse 'root, for network namespaces of its own'
for tool in ip ss python3; do command -v "$tool" > /dev/null || refuse "the command $tool"; done
ip netns add "2msl-try-$$" 2> /dev/null || refuse 'the right to make network namespaces'
ip netns del "2msl-try-$$"

CLIENT=2msl-client-$$ SERVER=2msl-server-$$
CLIENT_ADDRESS=192.0.2.1 SERVER_ADDRESS=192.0.2.2
PIPES=$(mktemp -d)

clean_up() {
  exec 3>&- 4>&- || true
  wait || true
  ip netns del "$CLIENT" 2> /dev/null || true
  ip netns del "$SERVER" 2> /dev/null || true
  rm -rf "$PIPES"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

ip netns add "$CLIENT"
ip netns add "$SERVER"
ip link add wire netns "$CLIENT" type veth peer name wire netns "$SERVER"
for end in "$CLIENT $CLIENT_ADDRESS" "$SERVER $SERVER_ADDRESS"; do
  set -- $end
  ip -n "$1" address add "$2/24" dev wire
  ip -n "$1" link set lo up
  ip -n "$1" link set wire up
done

on_client() { ip netns exec "$CLIENT" "$@"; }
on_server() { ip netns exec "$SERVER" "$@"; }

# A program that opens, accepts and closes sockets when it is told to, one command a line.
mkfifo "$PIPES/client" "$PIPES/server" "$PIPES/answers"
ip netns exec "$SERVER" python3 "$(dirname "$0")/sockets.py" < "$PIPES/server" > "$PIPES/answers" &
exec 4> "$PIPES/server" 5< "$PIPES/answers"
mkfifo "$PIPES/client-answers"
ip netns exec "$CLIENT" python3 "$(dirname "$0")/sockets.py" < "$PIPES/client" > "$PIPES/client-answers" &
exec 3> "$PIPES/client" 6< "$PIPES/client-answers"

# Each gives back what the call gave.
client() { echo "$*" >&3; read -r ANSWER <&6; }
server() { echo "$*" >&4; read -r ANSWER <&5; }

# The states at one end, as `ss` calls them; CLOSED where there is nothing.
state_of() {
  local states
  states=$(ip netns exec "$1" ss -Htan | awk '$1 != "LISTEN" { print $1 }' | sort -u | paste -sd ,)
  echo "${states:-CLOSED}"
}

# Waits until an end is in a state; not for ever.
until_state() {
  for _ in $(seq 100); do
    [ "$(state_of "$1")" != "$2" ] || return 0
    sleep 0.05
  done
}

DIFFER=0
heading() { printf '\n%s\n%-54s %-16s %-16s\n' "$1" '' 'the book' 'this kernel'; }
# compare WHAT BOOK KERNEL
compare() {
  local mark=' '
  [ "$2" = "$3" ] || { mark='≠'; DIFFER=1; }
  printf '%-54s %-16s %-16s %s\n' "$1" "$2" "$3" "$mark"
}
finish() {
  echo
  if [ "$DIFFER" = 0 ]; then echo "This kernel ($(uname -r)) did what the book says."; else echo "This kernel ($(uname -r)) did something else where ≠ stands."; fi
  exit "$DIFFER"
}
