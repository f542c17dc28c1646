package dev.masterplan.execution.acceptance;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a runner's report says of each test. The report is hostile until proved otherwise: no DTD, no entities, bounded
 * texts, and a test that is told twice is told as failed.
 */
record JUnitReport(Map<String, Told> tests, String trouble) {

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_EVIDENCE = 4_000;
    private static final double LONGEST_SECONDS = 86_400;

    /** What is told of one test. @param ran false for an error: nothing was proved */
    record Told(boolean ran, boolean passed, String text, String evidence, long durationMs) {}

    /** Never throws: a report that does not parse tells of no test. */
    static JUnitReport parse(String xml) {
        Map<String, Told> tests = new HashMap<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("testcase")) {
                    String id = attribute(reader, "name");
                    tests.merge(id, testcase(reader), (first, again) -> twice());
                }
            }
            return new JUnitReport(Map.copyOf(tests), "");
        } catch (XMLStreamException | RuntimeException e) {
            return new JUnitReport(Map.of(), "the report does not parse");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Told testcase(XMLStreamReader reader) throws XMLStreamException {
        long durationMs = millis(attribute(reader, "time"));
        Told told = null;
        String said = "";
        for (int event = reader.next(); !ends(reader, event); event = reader.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "failure" -> told = worse(told, bad(reader, true, durationMs));
                case "error" -> told = worse(told, bad(reader, false, durationMs));
                case "skipped" -> {
                    told = worse(told, new Told(false, false, "skipped", "", durationMs));
                    reader.getElementText();
                }
                case "system-out" -> said = oneLine(reader.getElementText());
                default -> reader.getElementText();
            }
        }
        return told == null ? new Told(true, true, said, "", durationMs) : told;
    }

    private static boolean ends(XMLStreamReader reader, int event) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("testcase");
    }

    private static Told bad(XMLStreamReader reader, boolean ran, long durationMs) throws XMLStreamException {
        String message = oneLine(attribute(reader, "message"));
        String evidence = cut(reader.getElementText(), LONGEST_EVIDENCE);
        return new Told(ran, false, message, evidence, durationMs);
    }

    /** Of several things told, not having run is worse than having failed. */
    private static Told worse(Told one, Told other) {
        return one == null || one.ran() ? other : one;
    }

    private static Told twice() {
        return new Told(true, false, "told twice in the report", "", 0);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String oneLine(String text) {
        return cut(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static long millis(String seconds) {
        try {
            double value = Double.parseDouble(seconds);
            return value >= 0 && value < LONGEST_SECONDS ? Math.round(value * 1000) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
