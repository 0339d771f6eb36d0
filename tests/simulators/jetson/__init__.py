"""A device on a farm, as a process: what integrators build, in small. See ../README.md and docs/devices.md."""
