"""The steps of the demonstration in which a veterinarian is asked, comes, and is paid."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from amigok.client import Person, usd
from amigok.demo_feed import keep
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import (
    batches,
    blocks,
    bookings,
    calendars,
    doses,
    health,
    medicines,
    prescriptions,
    procedures,
    reports,
    requests,
)
from amigok_client.models import (
    BatchIn,
    CalendarIn,
    CareAcceptIn,
    CareCompletionIn,
    CareReportIn,
    CareRequestIn,
    CareRequestOut,
    CareServiceIn,
    HealthRecordOut,
    HoursIn,
    LivestockDetails,
    MedicationLogIn,
    MedicineIn,
    MedicineOut,
    MoneyAsked,
    PrescriptionIn,
    SaleStatusOut,
    SlotIn,
    WithdrawalPeriodIn,
)
from amigok_client.types import File

PRICES = [MoneyAsked("45.00", currency) for currency in ("EUR", "GBP", "USD")]
REPORT = CareReportIn(
    findings="Lame on the left hind leg. The cleft is red, moist and hot.",
    diagnosis="Interdigital dermatitis",
    treatment="Hoof trimmed and cleaned, antibiotic by injection. Dry bedding for a week.",
)


async def equip(admin: Person, vet: Person, animal: LivestockDetails, *, today: date) -> tuple[UUID, MedicineOut]:
    """What a treatment needs: hours of the veterinarian, a service of the catalogue, a medicine in stock."""
    hours = [HoursIn("00:00", "24:00", weekday) for weekday in range(1, 8)]
    await vet.send(calendars.set_my_calendar(body=CalendarIn(hours, "Africa/Johannesburg", 0)))
    unique = secrets.token_hex(3)
    treatment = CareServiceIn("treatment", 30, f"Hoof treatment {unique}", PRICES, veterinarian_ids=[vet.id])
    service = await admin.send(procedures.add_care_service(body=treatment))
    medicine = await admin.send(medicines.create_medicine(body=_medicine(f"Pedoxin {unique}", animal)))
    batch = BatchIn(f"B-{unique}", today + timedelta(days=365), medicine.id, "100", farm_id=animal.farm_id)
    await admin.send(batches.receive_batch(body=batch))
    return service.id, medicine


def _medicine(name: str, animal: LivestockDetails) -> MedicineIn:
    periods = [WithdrawalPeriodIn(animal.livestock_type_id, meat_days=14, milk_days=7)]
    medicine = MedicineIn("oxytetracycline", name, True, periods, prices=[usd("0.80")], routes=["intramuscular"])
    medicine.dose_from, medicine.dose_to, medicine.antimicrobial_class = "0.08", "0.12", "tetracyclines"
    medicine.antimicrobial_mg = "200"
    return medicine


async def ask(stage: Stage, owner: Person, animal: UUID, service_id: UUID) -> CareRequestOut:
    """The owner asks for care, accepts the quote, and chooses when the veterinarian comes."""
    wish = CareRequestIn("USD", service_id, reason="He is lame")
    quoted = await owner.send(requests.request_care(animal, body=wish))
    assert quoted.estimate is not None
    stage.fact(f"{quoted.service_name}: quoted at {quoted.estimate.amount} USD")
    accepted = CareAcceptIn(quoted.quote_version, allowance=usd("20.00"))
    await owner.send(requests.accept_care(quoted.id, body=accepted))
    funded = await until(partial(_funded, owner, quoted.id))
    stage.fact(f"{owner.name} allows 20.00 USD more: {(await owner.balance())[1]} USD are held")
    slot = (await owner.send(bookings.list_free_slots(quoted.id))).items[0]
    choice = SlotIn(slot.starts_at, funded.version, slot.veterinarian_id)
    visit = await owner.send(bookings.book_slot(quoted.id, body=choice))
    stage.fact(f"{visit.state} for {slot.starts_at:%H:%M} UTC")
    return funded


async def _funded(owner: Person, request_id: UUID) -> CareRequestOut | None:
    request = await owner.send(requests.read_care_request(request_id))
    return request if request.funded_at else None


async def treat(stage: Stage, vet: Person, request_id: UUID, medicine: MedicineOut, *, dose: str) -> None:
    """The veterinarian begins, prescribes what the weight allows, gives it, and completes the care."""
    await vet.send(requests.start_care(request_id))
    excess = PrescriptionIn("40", medicine.id, "intramuscular")
    try:
        await vet.send(prescriptions.prescribe_medicine(request_id, body=excess))
    except Problem as problem:
        stage.fact(f"40 ml: refused, {problem.code}: {', '.join(problem.members['warnings'])}")
    right = PrescriptionIn(dose, medicine.id, "intramuscular")
    prescribed = await vet.send(prescriptions.prescribe_medicine(request_id, body=right))
    given = await vet.send(doses.dispense_prescription(prescribed.id))
    stage.fact(f"{given.times} x {given.dose} {given.unit} of {given.medicine_name} dispensed")


async def give(stage: Stage, vet: Person, animal: LivestockDetails) -> None:
    """The dose that is planned for the animal today is given."""
    tasks = (await vet.send(doses.list_medication_tasks(farm_id=animal.farm_id))).items
    task = next(task for task in tasks if task.livestock_id == animal.id)
    given = await vet.send(doses.log_medication(body=MedicationLogIn(task.id, "given")))
    stage.fact(f"dose {given.number} of {given.times}: {given.state}")


async def complete(stage: Stage, vet: Person, owner: Person, request_id: UUID) -> None:
    """The veterinarian writes the report and completes the care; what it came to is taken."""
    written = await vet.send(reports.write_care_report(request_id, body=REPORT))
    await vet.send(reports.complete_care(request_id, body=CareCompletionIn(written.version)))
    paid = await until(partial(_paid, owner, request_id))
    stage.fact(f"{paid.state}: {paid.paid.amount} USD are paid; {' available, '.join(await owner.balance())} held")


async def _paid(owner: Person, request_id: UUID) -> CareRequestOut | None:
    request = await owner.send(requests.read_care_request(request_id))
    return request if request.paid == request.cost else None


async def keep_report(stage: Stage, state: State, owner: Person, request_id: UUID) -> None:
    """Saves the report as PDF, as soon as it is made."""

    async def made() -> File | None:
        try:
            return await owner.send(reports.download_care_report(request_id))
        except Problem as problem:
            if problem.code != "report_not_found":
                raise
            return None

    place = await keep(state, "reports", f"{request_id}.pdf", await until(made))
    stage.fact(f"report: {place}")


async def show_facts(stage: Stage, owner: Person, animal: UUID) -> None:
    """What the farm has made of it: a health record and a sale block."""
    record = (await until(partial(_records, owner, animal)))[0]
    assert record.medication is not None
    stage.fact(f"the farm's health record: {record.record_type}, {record.medication.medicine_name}")
    status = await until(partial(_blocked, owner, animal))
    for block in status.blocks:
        stage.fact(f"the animal cannot be sold: {block.reason} until {block.until:%Y-%m-%d}")


async def _records(owner: Person, animal: UUID) -> list[HealthRecordOut]:
    return (await owner.send(health.list_health_records(animal))).items


async def _blocked(owner: Person, animal: UUID) -> SaleStatusOut | None:
    status = await owner.send(blocks.get_sale_status(animal))
    return None if status.sellable else status
