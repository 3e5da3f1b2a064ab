"""How the package is put together: who imports whom, and what an installation contains."""
