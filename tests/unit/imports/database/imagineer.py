"""A small Imagineer: its folder and its database, with something of everything that is imported, and of what is not."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.unit.imports.trees import picture, put
from tests.unit.weights.weights_files import write_weights

SCHEMA = """
CREATE TABLE images (id INTEGER PRIMARY KEY, filename VARCHAR(255), file_path VARCHAR(500), thumbnail_path VARCHAR(500),
  prompt TEXT, negative_prompt TEXT, seed INTEGER, steps INTEGER, guidance_scale FLOAT, width INTEGER, height INTEGER,
  lora_config TEXT, is_nsfw BOOLEAN, is_public BOOLEAN, created_at DATETIME, updated_at DATETIME);
CREATE TABLE labels (id INTEGER PRIMARY KEY, image_id INTEGER, label_text TEXT, confidence FLOAT,
  label_type VARCHAR(50), source_model VARCHAR(100), source_prompt TEXT, created_by VARCHAR(255), created_at DATETIME);
CREATE TABLE albums (id INTEGER PRIMARY KEY, name VARCHAR(255), description TEXT, album_type VARCHAR(50),
  is_public BOOLEAN, is_training_source BOOLEAN, created_by VARCHAR(255), generation_prompt TEXT,
  generation_config TEXT, source_type VARCHAR(50), source_id INTEGER, is_set_template BOOLEAN, csv_data TEXT,
  base_prompt TEXT, prompt_template TEXT, style_suffix TEXT, example_theme TEXT, lora_config TEXT, created_at DATETIME,
  updated_at DATETIME);
CREATE TABLE album_images (id INTEGER PRIMARY KEY, album_id INTEGER, image_id INTEGER, sort_order INTEGER,
  added_by VARCHAR(255), created_at DATETIME);
CREATE TABLE batch_templates (id INTEGER PRIMARY KEY, name VARCHAR(255), description TEXT, csv_path VARCHAR(500),
  csv_data TEXT, base_prompt TEXT, prompt_template TEXT, style_suffix TEXT, example_theme TEXT, width INTEGER,
  height INTEGER, negative_prompt TEXT, lora_config TEXT, created_by VARCHAR(255), created_at DATETIME,
  updated_at DATETIME);
CREATE TABLE batch_generation_runs (id INTEGER PRIMARY KEY, template_id INTEGER, album_id INTEGER,
  album_name VARCHAR(255), user_theme TEXT, steps INTEGER, seed INTEGER, width INTEGER, height INTEGER,
  guidance_scale FLOAT, negative_prompt TEXT, status VARCHAR(50), total_items INTEGER, completed_items INTEGER,
  failed_items INTEGER, created_by VARCHAR(255), created_at DATETIME, started_at DATETIME, completed_at DATETIME,
  error_message TEXT, batch_id VARCHAR(255), output_directory VARCHAR(500));
CREATE TABLE training_runs (id INTEGER PRIMARY KEY, name VARCHAR(255), description TEXT, dataset_path VARCHAR(500),
  output_path VARCHAR(500), training_config TEXT, status VARCHAR(50), progress INTEGER, final_checkpoint VARCHAR(500),
  training_loss FLOAT, validation_loss FLOAT, error_message TEXT, last_error_at DATETIME, created_at DATETIME,
  started_at DATETIME, completed_at DATETIME);
CREATE TABLE bug_reports (id INTEGER PRIMARY KEY, report_id VARCHAR(100), title VARCHAR(500), description TEXT,
  expected_behavior TEXT, actual_behavior TEXT, steps_to_reproduce TEXT, severity VARCHAR(50), category VARCHAR(100),
  status VARCHAR(50), source VARCHAR(50), reporter_id VARCHAR(255), assignee_id VARCHAR(255), trace_id VARCHAR(100),
  request_id VARCHAR(100), release_sha VARCHAR(100), app_version VARCHAR(50), git_sha VARCHAR(100), build_time DATETIME,
  suspected_components TEXT, related_files TEXT, navigation_history TEXT, environment TEXT, client_meta TEXT,
  app_state TEXT, recent_logs TEXT, network_events TEXT, screenshot_path VARCHAR(500), screenshot_error TEXT,
  resolution_notes TEXT, resolution_commit_sha VARCHAR(100), duplicate_of_id INTEGER, dedup_hash VARCHAR(64),
  automation_enabled BOOLEAN, automation_attempts INTEGER, last_automation_at DATETIME, created_at DATETIME,
  updated_at DATETIME, resolved_at DATETIME, sla_due_at DATETIME);
CREATE TABLE bug_report_events (id INTEGER PRIMARY KEY, bug_report_id INTEGER, event_type VARCHAR(50), event_data TEXT,
  actor_id VARCHAR(255), actor_type VARCHAR(50), created_at DATETIME);
CREATE TABLE bug_report_dedup (id INTEGER PRIMARY KEY, dedup_key VARCHAR(100), canonical_report_id INTEGER);
CREATE TABLE scrape_jobs (id INTEGER PRIMARY KEY, name VARCHAR(255));
CREATE TABLE migration_history (id INTEGER PRIMARY KEY, name VARCHAR(255));
"""
DAY = "2024-03-0"
PROMPT = "tarot card. Art style: dusk. a fool. art nouveau"
TRAINED = "/mnt/old/models/lora/trained_1/foxes.safetensors"
CARDS = json.dumps([{"Card Name": "The Fool", "art": "a fool"}, {"Card Name": "The Star", "art": "a star"}])
ROWS: dict[str, list[dict[str, Any]]] = {
    "albums": [
        {
            "name": "Tarot, dusk", "album_type": "batch", "is_public": 1, "source_type": "batch_generation",
            "source_id": 1, "is_training_source": 1, "created_at": f"{DAY}2 10:00:00", "updated_at": f"{DAY}3",
        },
        {
            "name": "Zodiac", "description": "Twelve signs", "album_type": "set", "is_set_template": 1, "is_public": 0,
            "csv_data": json.dumps([{"sign": "Aries"}]), "prompt_template": "the sign {sign}", "base_prompt": "a sign",
            "style_suffix": "", "example_theme": "stars", "lora_config": "[]", "created_at": f"{DAY}1 10:00:00",
            "generation_config": json.dumps({"legacy_slug": "zodiac_signs", "width": 640}),
        },
    ],
    "images": [
        {
            "filename": "fool.png", "file_path": "/mnt/old/outputs/tarot/fool.png", "prompt": PROMPT,
            "seed": 7, "steps": 25, "is_nsfw": 0, "is_public": 1, "created_at": f"{DAY}2 10:01:00",
            "thumbnail_path": "/mnt/old/thumbnails/fool.webp",
        },
        {"filename": "gone.png", "file_path": "/mnt/old/outputs/gone.png", "is_public": 1},
    ],
    "album_images": [{"album_id": 1, "image_id": 1, "sort_order": 0, "added_by": "anna@old"}],
    "labels": [
        {"image_id": 1, "label_text": "fool", "confidence": 0.9, "label_type": "tag", "source_model": "claude-3"},
        {"image_id": 1, "label_text": "A fool walks.", "label_type": "caption", "source_prompt": "Describe it."},
    ],
    "batch_templates": [
        {
            "name": "Tarot", "csv_path": "data/sets/tarot_majors.csv", "csv_data": CARDS, "base_prompt": "tarot card",
            "prompt_template": "{art}", "style_suffix": "art nouveau", "example_theme": "dusk", "width": 512,
            "height": 768, "negative_prompt": "blurry", "created_by": "anna@old", "created_at": f"{DAY}1 09:00:00",
            "lora_config": json.dumps([
                {"path": "/mnt/old/models/lora/ink.safetensors", "weight": 0.6}, {"path": TRAINED, "weight": 0.8},
            ]),
        },
        {"name": "Boats", "csv_path": "/srv/old/sets/boats.csv", "prompt_template": "{boat}"},
        {"name": "Lost", "csv_path": "data/sets/lost.csv", "prompt_template": "{it}"},
    ],
    "batch_generation_runs": [
        {
            "template_id": 1, "album_id": 1, "album_name": "Tarot, dusk", "user_theme": "dusk", "seed": 42,
            "steps": 150, "width": 640, "status": "completed", "total_items": 2, "completed_items": 2,
            "failed_items": 0,
            "created_at": f"{DAY}2 10:00:00", "started_at": f"{DAY}2 10:00:10", "completed_at": f"{DAY}2 10:01:10",
            "created_by": "anna@old",
        },
        {
            "template_id": 1, "album_name": "Tarot, dawn", "user_theme": "dawn", "status": "failed", "total_items": 3,
            "completed_items": 1, "failed_items": 1, "created_at": f"{DAY}4 10:00:00", "error_message": "out of memory",
        },
        {"template_id": 2, "album_name": "Boats", "user_theme": "fog", "status": "processing", "total_items": 1},
        {"template_id": 3, "album_name": "Lost", "user_theme": "fog", "status": "completed"},
    ],
    "training_runs": [
        {
            "name": "Foxes", "description": "Red foxes", "dataset_path": "/mnt/old/data/training/training_run_1",
            "output_path": "/mnt/old/models/lora/trained_1", "status": "completed", "progress": 100,
            "training_config": json.dumps({"steps": 800, "rank": 4, "learning_rate": 1e-4, "album_ids": [1, 9]}),
            "final_checkpoint": TRAINED, "training_loss": 0.08,
            "created_at": f"{DAY}5 08:00:00", "started_at": f"{DAY}5 08:01:00", "completed_at": f"{DAY}5 09:00:00",
        },
        {
            "name": "Owls", "status": "failed", "progress": 40, "error_message": "Training process exited with code 1",
            "training_config": json.dumps({"steps": 500, "seed": 3, "betas": [0.9, 0.99]}),
            "final_checkpoint": "/mnt/old/models/lora/trained_2/owls.safetensors", "created_at": f"{DAY}6 08:00:00",
            "last_error_at": f"{DAY}6 08:10:00",
        },
    ],
    "bug_reports": [
        {
            "report_id": "bug_20240307_1", "title": "Stars", "description": "The stars are gone", "status": "triaged",
            "steps_to_reproduce": json.dumps(["open the tarot"]), "severity": "high", "trace_id": "trace-1234567",
            "environment": json.dumps({"mode": "production", "appVersion": "1.2"}), "git_sha": "abc1234",
            "recent_logs": json.dumps([{"level": "error", "message": "password=hunter2secret"}]),
            "screenshot_path": "/mnt/old/bug_reports/stars.png", "resolution_notes": "Drawn again",
            "resolution_commit_sha": "def5678", "created_at": f"{DAY}7 10:00:00",
        },
        {"report_id": "bug_20240308_1", "description": "Slow", "status": "someday", "created_at": f"{DAY}8 10:00:00"},
    ],
    "bug_report_events": [{"bug_report_id": 1, "event_type": "status_change", "event_data": '{"new": "triaged"}'}],
    "scrape_jobs": [{"name": "foxes"}],
    "migration_history": [{"name": "sets_to_albums_v1"}],
}  # fmt: skip
DOWN = "base_model.model.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight"


def build(folder: Path) -> Path:
    """An Imagineer in ``folder``, which is returned."""
    put(folder / "outputs" / "tarot" / "fool.png", picture(1))
    put(folder / "bug_reports" / "stars.png", picture(2))
    (folder / "sets").mkdir()
    (folder / "sets" / "boats.csv").write_text("boat\na ship\n", "utf-8")
    weights = folder / "models" / "lora" / "trained_1" / "foxes.safetensors"
    weights.parent.mkdir(parents=True)
    write_weights(weights, {DOWN: (4, 768), DOWN.replace("lora_A", "lora_B"): (320, 4)})
    (folder / "instance").mkdir()
    with closing(sqlite3.connect(folder / "instance" / "imagineer.db")) as connection:
        connection.executescript(SCHEMA)
        for table, rows in ROWS.items():
            for row in rows:
                names, marks = ", ".join(row), ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
        connection.commit()
    return folder


def execute(folder: Path, script: str) -> None:
    """Change the database."""
    with closing(sqlite3.connect(folder / "instance" / "imagineer.db")) as connection:
        connection.executescript(script)
