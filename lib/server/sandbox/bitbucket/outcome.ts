import { STATUS_CODES } from "node:http";
import type { ToolOutcome } from "@/lib/server/sandbox/contract";
import type { ProviderError } from "./provider-error";

/** Puts a provider's refusal into Composio's envelope: HTTP 200 outside, the refusal as data inside. */
export function refusal(address: string, error: ProviderError): ToolOutcome {
  const side = error.status < 500 ? "Client" : "Server";
  return {
    successful: false,
    data: {
      http_error: `${error.status} ${side} Error: ${STATUS_CODES[error.status]} for url: ${address}`,
      status_code: error.status,
      message: JSON.stringify(error.body),
    },
    error: error.message,
  };
}

/** Fills `{workspace}`-like places of an endpoint; a place nobody filled stays visible as it is. */
export function endpointAddress(endpoint: string, input: Record<string, unknown>): string {
  const path = endpoint.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    return typeof value === "string" || typeof value === "number"
      ? encodeURIComponent(value).replaceAll("%2F", "/")
      : place;
  });
  return `https://api.bitbucket.org/2.0${path}`;
}
