"""The worker processes: they claim jobs from the queue, one at a time, and execute them.

supervisor (in the API process)        keeps workers alive, wakes them, runs maintenance
 └─ worker (worker_process, loop)      claims jobs, sends heartbeats, stores bytes, ends jobs; runs no engine code
     └─ engine process                 generates, trains, captions; has no database; may hang, crash or be killed
"""
