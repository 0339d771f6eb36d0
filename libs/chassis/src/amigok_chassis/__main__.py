import gc

gc.disable()  # what imports make stays; looking through it again and again would be a fifth of a start

from amigok_chassis.process import main  # noqa: E402

main()
