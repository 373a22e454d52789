# Laurel's image: one for web, worker and scheduler. It holds no secret and runs as an ordinary user.
FROM python:3.13-slim-bookworm AS packages
RUN pip install --no-cache-dir "uv>=0.8,<1"
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-cache --no-python-downloads

FROM python:3.13-slim-bookworm
# WeasyPrint's libraries, and fonts that draw a name in any script.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home laurel \
    && mkdir /data && chown laurel /data
WORKDIR /app
COPY --from=packages /app/.venv /app/.venv
COPY . .
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/tmp/cache \
    LAUREL_DATA=/data \
    DJANGO_SETTINGS_MODULE=config.settings.production
USER laurel
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--config", "config/gunicorn.py"]
