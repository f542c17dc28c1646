"""Says what in the sources needs a newer Python than 3.9: python3 oldest.py SOURCES, a JSON list of [name, source]."""
import ast
import json
import sys

OLDEST = (3, 9)

# What the standard library got after 3.9, as far as programs like these could be tempted to use it.
NEWER_MODULES = {"tomllib", "compression", "annotationlib"}
NEWER_NAMES = {
    # 3.10
    "aiter", "anext", "pairwise", "bit_count", "aclosing", "get_annotations", "hardlink_to", "orig_argv",
    "stdlib_module_names", "EncodingWarning", "ParamSpec", "TypeAlias", "TypeGuard", "NoneType", "EllipsisType",
    "match_case", "MatchValue",
    # 3.11
    "ExceptionGroup", "BaseExceptionGroup", "add_note", "UTC", "StrEnum", "ReprEnum", "verify", "chdir", "file_digest",
    "exp2", "cbrt", "TaskGroup", "Runner", "Barrier", "Self", "LiteralString", "Never", "assert_never", "reveal_type",
    "get_identifiers", "is_valid", "enterContext", "enterClassContext", "addModuleCleanup", "serialize", "blobopen",
    # 3.12 and later
    "batched", "sumprod", "binomialvariate", "override", "get_protocol_members", "is_protocol", "full_match",
    "from_uri", "process_cpu_count", "PythonFinalizationError", "QueueShutDown", "uuid7",
}
NEWER_ARGUMENTS = {"zip": {"strict"}, "dataclass": {"slots", "kw_only"}, "rmtree": {"onexc"}, "connect": {"autocommit"}}


def newer(name, source):
    try:
        tree = ast.parse(source, name, feature_version=OLDEST)
    except SyntaxError as problem:
        return [f"{name}: {problem}"]
    return [f"{name}:{line}: {what}" for line, what in found(tree)]


def found(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names if each.name.split(".")[0] in NEWER_MODULES)
        elif isinstance(node, ast.ImportFrom):
            names = {each.name for each in node.names} & NEWER_NAMES
            names |= {node.module} & NEWER_MODULES
            yield from ((node.lineno, each) for each in names)
        elif isinstance(node, ast.Attribute) and node.attr in NEWER_NAMES:
            yield node.lineno, node.attr
        elif isinstance(node, ast.Name) and node.id in NEWER_NAMES:
            yield node.lineno, node.id
        elif isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = {each.arg for each in node.keywords} & NEWER_ARGUMENTS.get(called, set())
            yield from ((node.lineno, f"{called}({each}=…)") for each in given)


problems = [problem for name, source in json.load(open(sys.argv[1])) for problem in newer(name, source)]
print("\n".join(problems))
sys.exit(1 if problems else 0)
