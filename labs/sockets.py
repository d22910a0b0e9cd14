"""Opens, accepts and closes TCP sockets, one command a line, and answers each with one line: 'ok' or the name of an error."""
import errno
import socket
import sys

listener = None
open_sockets = []


def act(words):
    global listener
    command, arguments = words[0], words[1:]
    if command == 'listen':
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(('', int(arguments[0])))
        listener.listen(100)
    elif command == 'accept':
        open_sockets.append(listener.accept()[0])
    elif command == 'connect':
        connection = socket.socket()
        connection.settimeout(5)
        connection.connect((arguments[0], int(arguments[1])))
        open_sockets.append(connection)
    elif command == 'close':
        open_sockets.pop().close()
    elif command == 'read-end':
        open_sockets[-1].settimeout(5)
        open_sockets[-1].recv(1)


for line in sys.stdin:
    try:
        act(line.split())
        print('ok', flush=True)
    except OSError as error:
        print(errno.errorcode.get(error.errno, str(error)), flush=True)
