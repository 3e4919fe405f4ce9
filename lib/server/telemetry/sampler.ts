import "server-only";
import type { Attributes, Context, Link, SpanKind } from "@opentelemetry/api";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace";
import type { Environment } from "../environment.ts";

/** Addresses that are asked by machines, all the time, or by this process itself. */
const untold = /^\/(api\/health|api\/metrics|sandbox|_next)\b/;

/**
 * Takes only roots that tell of something: requests of people, and runs. Next.js traces besides how it loads each of its
 * modules, and every probe of an orchestrator.
 */
class RootSampler implements Sampler {
  readonly #chosen: Sampler;

  constructor(chosen: Sampler) {
    this.#chosen = chosen;
  }

  shouldSample(
    parent: Context,
    traceId: string,
    name: string,
    kind: SpanKind,
    attributes: Attributes,
    links: Link[],
  ) {
    const type = attributes["next.span_type"];
    const housekeeping = type !== undefined && type !== "BaseServer.handleRequest";
    if (housekeeping || untold.test(String(attributes["http.target"] ?? "")))
      return { decision: SamplingDecision.NOT_RECORD };
    return this.#chosen.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  toString() {
    return `RootSampler{${this.#chosen}}`;
  }
}

export function chooseSampler({
  sampler,
  sampledShare,
}: Pick<Environment["telemetry"], "sampler" | "sampledShare">): Sampler {
  const chosen = () => {
    switch (sampler) {
      case "always_on":
      case "parentbased_always_on":
        return new AlwaysOnSampler();
      case "always_off":
      case "parentbased_always_off":
        return new AlwaysOffSampler();
      case "traceidratio":
      case "parentbased_traceidratio":
        return new TraceIdRatioBasedSampler(sampledShare);
    }
  };
  const root = new RootSampler(chosen());
  // A proxy that does not trace a request has not decided for this process.
  return sampler.startsWith("parentbased_")
    ? new ParentBasedSampler({ root })
    : new ParentBasedSampler({ root, remoteParentSampled: root, remoteParentNotSampled: root });
}
