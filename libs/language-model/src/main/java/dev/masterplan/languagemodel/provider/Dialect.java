package dev.masterplan.languagemodel.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Usage;

/** How one form is asked, and how its own words on an answer's end are read. */
interface Dialect {

    ChatModel whole(ModelRequest request, HttpClientBuilder wire);

    StreamingChatModel streamed(ModelRequest request, HttpClientBuilder wire);

    /** @param body all that the provider sent: JSON, or events of a stream */
    Ending ending(String body, boolean streamed);

    /**
     * @param finish  null when it was not said
     * @param usage   null when it was not said
     * @param refusal what was said instead of an answer; empty = no refusal
     */
    record Ending(Finish finish, Usage usage, String refusal) {}
}
