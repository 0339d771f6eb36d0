"""What a service says in its OpenAPI document beyond what FastAPI reads from the routes; nothing route by route."""
