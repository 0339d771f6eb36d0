import gc

gc.disable()  # what imports make stays; looking through it again and again would be a fifth of a start

from identity.cli import main  # noqa: E402

gc.freeze()
gc.enable()
main()
