import { z } from "zod";

/** The parameters of the lists that can be paged through. */
export function pageInput(longest: number) {
  return {
    page: z.int().min(1).default(1).describe("Page number to retrieve, starting at 1."),
    pagelen: z
      .int()
      .min(1)
      .max(longest)
      .default(10)
      .describe(`Number of items per page, at most ${longest}.`),
  };
}

export type Page<Item> = {
  values: Item[];
  page: number;
  pagelen: number;
  size: number;
  next?: string;
  previous?: string;
};

type PageRequest = {
  page?: number | undefined;
  pagelen?: number | undefined;
  /** Of the list in the API; its neighbours' addresses repeat the filter and the order. */
  address: string;
  q?: string | undefined;
  sort?: string | undefined;
  state?: string | undefined;
};

/** Cuts one page out of a list, with the addresses of its neighbours, as Bitbucket pages. */
export function paginate<Item>(items: readonly Item[], request: PageRequest): Page<Item> {
  const { page = 1, pagelen = 10 } = request;
  return {
    values: items.slice((page - 1) * pagelen, page * pagelen),
    page,
    pagelen,
    size: items.length,
    ...(page * pagelen < items.length ? { next: neighbour(request, pagelen, page + 1) } : {}),
    ...(page > 1 ? { previous: neighbour(request, pagelen, page - 1) } : {}),
  };
}

function neighbour(request: PageRequest, pagelen: number, page: number): string {
  const url = new URL(request.address);
  for (const name of ["q", "sort", "state"] as const) {
    if (request[name] !== undefined) url.searchParams.set(name, request[name]);
  }
  url.searchParams.set("pagelen", `${pagelen}`);
  url.searchParams.set("page", `${page}`);
  return url.href;
}
