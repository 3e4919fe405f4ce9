import { describe, expect, it } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { messageSegments } from "./message-segments";
import { withoutToolTraffic } from "./without-tool-traffic";

describe("withoutToolTraffic", () => {
  it("leaves everything a person sees", () => {
    const message: ChatMessage = {
      id: "1",
      role: "assistant",
      metadata: { outcome: { status: "done" } },
      parts: [
        { type: "text", text: "Before" },
        {
          type: "dynamic-tool",
          toolName: "COMPOSIO_SEARCH_TOOLS",
          toolCallId: "call",
          state: "output-available",
          input: {},
          output: { megabytes: "many" },
        },
        { type: "text", text: "After" },
      ],
    };
    const [lean] = withoutToolTraffic([message]);
    expect(lean?.parts).toHaveLength(2);
    expect(lean?.metadata).toEqual(message.metadata);
    const words = (parts: ChatMessage["parts"]) => messageSegments(parts).map(({ kind }) => kind);
    expect(words(lean?.parts ?? [])).toEqual(words(message.parts));
  });
});
