@rem cmd.exe has no exec; `npm start` says "exec node ..." so that elsewhere a signal to npm reaches the desk.
@%*
