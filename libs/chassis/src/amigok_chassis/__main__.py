from amigok_chassis.process import main

main()
