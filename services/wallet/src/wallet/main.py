from amigok_chassis.service import Service
from wallet import accounts, books, captures, charges, closing, corrections, debts, deposits, disputes, exits, holds
from wallet import proceeds, proofs, recipients, refunds, rewards, sealing, settlements, solvency, statements, transfers
from wallet import withdrawals
