import Link from "next/link";
import { SidebarButton } from "@/components/chat/sidebar-sheet";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/empty-page";
import { requestWords } from "@/lib/server/language";

export default async function ChatNotFound() {
  const words = (await requestWords()).chat.missing;
  return (
    <>
      <div className="flex h-14 shrink-0 items-center px-3 md:hidden">
        <SidebarButton />
      </div>
      <EmptyPage
        title={words.title}
        actions={
          <Link href="/" className={buttonClasses({ variant: "primary" })}>
            {words.startNew}
          </Link>
        }
      >
        {words.text}
      </EmptyPage>
    </>
  );
}
