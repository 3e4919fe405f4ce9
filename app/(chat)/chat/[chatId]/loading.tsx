import { Skeleton } from "@/components/ui/skeleton";

export default function ChatLoading() {
  return (
    <main role="status" className="flex min-h-0 grow flex-col">
      <span className="sr-only">Opening the chat</span>
      <div className="flex h-14 shrink-0 items-center px-6">
        <Skeleton className="h-4 w-48" />
      </div>
      <div className="mx-auto grid w-full max-w-3xl gap-4 px-4 pt-6">
        <Skeleton className="h-10 w-1/2 justify-self-end rounded-2xl" />
        <Skeleton className="h-4 w-11/12" />
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-20" />
      </div>
    </main>
  );
}
