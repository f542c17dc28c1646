package dev.masterplan.languagemodel.provider;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.endpoint.Endpoint;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** A provider over HTTP, in OpenAI's or Anthropic's form. */
public final class WireProvider implements Provider {

    /** One request on the wire: version 1.1, because version 2 repeats what a server says it did not begin. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Dialect dialect;

    public WireProvider(Endpoint endpoint) {
        this.dialect = switch (endpoint.form()) {
            case OPENAI -> new OpenAiDialect(endpoint);
            case ANTHROPIC -> new AnthropicDialect(endpoint);
        };
    }

    @Override
    public Heard send(ModelRequest request, Deltas deltas) {
        Deadlines deadlines = new Deadlines(request.timeouts(), request.streamed());
        WireCall wire = new WireCall(HTTP, deadlines);
        String text = null;
        try {
            text = request.streamed() ? streamed(request, wire, deadlines, deltas) : whole(request, wire);
        } catch (RuntimeException e) {
            if (wire.trouble() == null && wire.heard().isEmpty()) {
                throw e;
            }
        }
        if (wire.trouble() != null) {
            return new Failed(wire.trouble());
        }
        return said(text, dialect.ending(wire.heard(), request.streamed()));
    }

    /** The library fails on a refusal; on anything else it fails only where the answer is no answer. */
    private static Heard said(String text, Dialect.Ending ending) {
        if (text == null && ending.finish() != Finish.REFUSAL) {
            return new Failed(new Trouble(Trouble.Kind.UNKNOWN_OUTCOME, null, "the answer can't be read"));
        }
        return new Said(text == null ? ending.refusal() : text, ending.finish(), ending.usage());
    }

    private String whole(ModelRequest request, WireCall wire) {
        return text(dialect.whole(request, wire).chat(chat(request)));
    }

    private String streamed(ModelRequest request, WireCall wire, Deadlines deadlines, Deltas deltas) {
        Listener listener = new Listener(deadlines, deltas);
        dialect.streamed(request, wire).chat(chat(request), listener);
        return listener.text;
    }

    private static String text(ChatResponse response) {
        String text = response.aiMessage().text();
        return text == null ? "" : text;
    }

    private static ChatRequest chat(ModelRequest request) {
        List<ChatMessage> messages =
                request.messages().stream().map(WireProvider::message).toList();
        return ChatRequest.builder().messages(messages).build();
    }

    private static ChatMessage message(Message message) {
        return switch (message.speaker()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case USER -> UserMessage.from(message.text());
            case ASSISTANT -> AiMessage.from(message.text());
        };
    }

    /** The transport works on the caller's thread, and so does this. */
    private static final class Listener implements StreamingChatResponseHandler {

        private final Deadlines deadlines;
        private final Deltas deltas;
        private String text;

        private Listener(Deadlines deadlines, Deltas deltas) {
            this.deadlines = deadlines;
            this.deltas = deltas;
        }

        @Override
        public void onPartialResponse(String piece) {
            deadlines.spoke();
            deltas.text(piece);
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            deadlines.spoke();
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            text = WireProvider.text(response);
        }

        @Override
        public void onError(Throwable failure) {
            // the transport remembers what it was
        }
    }
}
