"""Records in memory, written to one JSON file after each change."""
import json
import os
from datetime import datetime, timezone


class Store:
    def __init__(self, folder, now, names):
        os.makedirs(folder, exist_ok=True)
        self.file = os.path.join(folder, "library.json")
        self.now = now or datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.names = names
        self.load()

    def today(self):
        return self.now[:10]

    def load(self):
        self.tables, self.last = {name: {} for name in self.names}, dict.fromkeys(self.names, 0)
        if os.path.exists(self.file):
            with open(self.file, encoding="utf-8") as file:
                kept = json.load(file)
            self.last = kept["last"]
            self.tables = {n: {int(i): row for i, row in rows.items()} for n, rows in kept["tables"].items()}

    def save(self):
        with open(self.file + ".new", "w", encoding="utf-8") as file:
            json.dump({"last": self.last, "tables": self.tables}, file)
        os.replace(self.file + ".new", self.file)

    def get(self, entity, number):
        return self.tables[entity].get(number)

    def add(self, entity, row):
        self.last[entity] += 1
        row["id"] = self.last[entity]
        self.tables[entity][row["id"]] = row

    def where(self, entity, **values):
        return [row for row in self.tables[entity].values() if all(row[n] == v for n, v in values.items())]
