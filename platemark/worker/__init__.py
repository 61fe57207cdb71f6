"""The executors: processes that take jobs from the queue, one at a time, and do them.

supervisor (in the API's process)   keeps workers alive, rings their bell, sweeps
 └─ worker (child.py, loop.py)      claims, beats, keeps bytes, finishes: never runs an engine's code
     └─ engines (engine_process.py) makes the pictures: knows no database; may hang, crash or be killed
"""
