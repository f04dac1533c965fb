"""Certificates for one test, made with openssl: nobody signed them but they themselves."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest


def self_signed_certificate(name: str, folder: Path, *, subject: str = "") -> tuple[Path, Path]:
    """The files of a certificate for this host or address, and of its key. Skips the test where there is no openssl."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the certificate is made with openssl")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    kind = "IP" if name.replace(".", "").isdigit() else "DNS"
    request = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
    named = ["-subj", subject or f"/CN={name}", "-addext", f"subjectAltName={kind}:{name}"]
    subprocess.run([*request, *named, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


def self_signed_context(name: str, folder: Path) -> ssl.SSLContext:
    """For a server at this host or address."""
    certificate, key = self_signed_certificate(name, folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
