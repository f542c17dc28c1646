package dev.masterplan.planner.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownPathsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Create routes — `GET /api/events/:id` in `src/app/api/events/[id]/route.ts` | src/app/api/events/[id]/route.ts
            Build `apps/mobile/app/(tabs)/_layout.tsx` with `@react-navigation/native`  | apps/mobile/app/(tabs)/_layout.tsx
            Find the nearest city within 100 km per R-1 in `src/lib/cities/service.ts`  | src/lib/cities/service.ts
            Add a variable to `.env.local` and `.env.example`                           | .env.local .env.example
            Create domain/models.py with the models, then config/loader.py.             | domain/models.py config/loader.py
            Rewrite openai.py/claude.py                                                 | openai.py claude.py
            Create `packages/ui/Card/` — `Card.tsx` (shared), `Card.web.tsx`            | packages/ui/Card/Card.tsx packages/ui/Card/Card.web.tsx
            Create `package.json` and `t.json` for `a/b/`, `c/`, and `d/`               | a/b/package.json c/package.json d/package.json a/b/t.json c/t.json d/t.json
            Create a Next.js page, e.g. for Node.js 20 and version 1.2.3                | ''
            Create the `.web.tsx`/`.native.tsx` pattern with `next/dynamic`             | ''
            Load `https://example.org/a/b.js` from the `/events` page                   | ''
            """)
    void shouldFindTheFilesThatATextWantsWritten(String text, String paths) {
        // When
        List<String> found = new KnownPaths("")
                .in(text).stream().filter(Mention::written).map(Mention::path).toList();

        // Then
        assertThat(String.join(" ", found)).isEqualTo(paths);
    }

    @ParameterizedTest
    @CsvSource({
        "Define types in `src/types.ts` matching `contracts/api.ts`, contracts/api.ts",
        "Copy the SQL from `data/model.md` into `db/1.sql`, data/model.md",
        "Extend `src/a.ts` as specified in `docs/b.md`, docs/b.md",
        "Keep docs/context_specification.md in mind for `src/a.ts`, docs/context_specification.md",
    })
    void shouldOnlyLookAtAFileWhenTheWordsBeforeItSaySo(String text, String path) {
        // When
        List<Mention> found = new KnownPaths("").in(text);

        // Then
        assertThat(found)
                .filteredOn(file -> !file.written())
                .extracting(Mention::path)
                .containsExactly(path);
        assertThat(found).filteredOn(Mention::written).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void shouldFindTheFoldersOfANameWhenOneFileOnlyEndsInIt() {
        // Given
        KnownPaths known = new KnownPaths("Create adapters/io/writer.py\nCreate a/main.py\nCreate b/main.py");

        // When
        List<Mention> found = known.in("Format writer.py, main.py and README.md");

        // Then
        assertThat(found).extracting(Mention::path).containsExactly("adapters/io/writer.py", "main.py", "README.md");
        assertThat(found).extracting(file -> file.guessed() != null).containsExactly(true, true, false);
    }

    @Test
    void shouldEndSoonWhenTheTextIsMadeToTakeLong() {
        // Given
        String text =
                "a/".repeat(200_000) + "`" + "b/".repeat(200_000) + "` " + ".a".repeat(200_000) + "(".repeat(50_000);

        // When
        List<Mention> found = new KnownPaths(text).in(text);

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Verify that `npm test` passes, true",
        "24.3 Verify parameters, true",
        "T070 Run quickstart.md validation, true",
        "Review and update the README, false",
        "Create the runner, false",
        "Runner for tests, false",
    })
    void shouldTellWorkThatLooksFromWorkThatWrites(String title, boolean looks) {
        assertThat(CheckWords.in(title.replaceFirst("^T\\d+ ", ""))).isEqualTo(looks);
    }
}
