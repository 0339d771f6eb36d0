"""Who acts by a role: what routes ask for."""

from typing import Annotated

from fastapi import Depends

from amigok_chassis.auth import Principal, requires

Veterinarian = Annotated[Principal, Depends(requires("veterinarian"))]

VeterinarianOrAdministrator = Annotated[Principal, Depends(requires("admin", "veterinarian"))]
