import { findRepositories, findWorkspace, isName, type RepositoryReference } from "./repository";
import { namePattern, says, type Utterance, unmark } from "./utterance";

export type ListRepositoriesIntent = { kind: "list-repositories"; workspace?: string };
export type GetRepositoryIntent = { kind: "get-repository"; repositories: RepositoryReference[] };
export type CreateRepositoryIntent = {
  kind: "create-repository";
  workspace?: string;
  name?: string;
  description?: string;
  isPrivate: boolean;
};
export type DeleteRepositoryIntent = {
  kind: "delete-repository";
  repositories: RepositoryReference[];
};

const word = "repo(?:sitory)?";
const creates = new RegExp(
  String.raw`\b(?:create|make|add|start|set up|new)\s+(?:me\s+)?(?:a|an|another)?\s*(?:new\s+)?(?:(?:private|public|empty)\s+)*${word}\b`,
  "i",
);

export function readCreateRepository(utterance: Utterance): CreateRepositoryIntent | undefined {
  if (!creates.test(utterance.order)) return undefined;
  const called =
    /\b(?:called|named|name)\s+(.+?)(?=\s+(?:in|under|inside|for|with|and)\b|[,.]?$|,)/i.exec(
      utterance.order,
    )?.[1];
  const after = new RegExp(String.raw`\b${word}\s+(${namePattern})`, "i").exec(
    utterance.order,
  )?.[1];
  const named = called ?? (after && isName(after) ? after : undefined);
  const full = named && unmark(named, utterance.quotations);
  const [first, second] = full?.split("/") ?? [];
  const inWorkspace = new RegExp(
    String.raw`\b(?:in|under|inside)\s+(?:the\s+)?(?:workspace\s+)?(${namePattern})`,
    "i",
  ).exec(utterance.order)?.[1];
  const workspace =
    (second ? first : undefined) ??
    findWorkspace(utterance) ??
    (inWorkspace && isName(inWorkspace) ? unmark(inWorkspace, utterance.quotations) : undefined);
  const name = second ?? first;
  return {
    kind: "create-repository",
    ...(workspace && { workspace }),
    ...(name && { name }),
    ...(utterance.freeText && { description: utterance.freeText }),
    isPrivate: !says(utterance, /\bpublic\b/i),
  };
}

export function readDeleteRepository(utterance: Utterance): DeleteRepositoryIntent | undefined {
  const deletes =
    /^(?:delete|remove|drop|destroy|erase)\b(?!.*\b(?:branch|issue|comment|file|pull|ticket|snippet)).*/i;
  if (!deletes.test(utterance.order)) return undefined;
  const repositories = findRepositories(utterance);
  const named =
    repositories.length > 0 || new RegExp(String.raw`\b${word}\b`, "i").test(utterance.order);
  return named ? { kind: "delete-repository", repositories } : undefined;
}

export function readListRepositories(utterance: Utterance): ListRepositoriesIntent | undefined {
  if (!says(utterance, /\b(?:repos|repositories)\b/i)) return undefined;
  const inWorkspace = findRepositories(utterance).find(({ workspace }) => workspace === undefined);
  const workspace = findWorkspace(utterance) ?? inWorkspace?.slug;
  return { kind: "list-repositories", ...(workspace && { workspace }) };
}

export function readGetRepository(utterance: Utterance): GetRepositoryIntent | undefined {
  const asks = says(
    utterance,
    /\b(?:show|get|open|describe|details?|tell me about|about|info(?:rmation)?|what is|look at|find)\b/i,
  );
  const repositories = findRepositories(utterance, "loose");
  const spoken = new RegExp(String.raw`\b${word}\b`, "i").test(utterance.order);
  const paired = repositories.some(({ workspace }) => workspace !== undefined);
  return asks && (spoken || paired) ? { kind: "get-repository", repositories } : undefined;
}
