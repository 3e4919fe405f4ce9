import Link from "next/link";
import { SidebarButton } from "@/components/chat/sidebar-sheet";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/plain-page";

export default function ChatNotFound() {
  return (
    <>
      <div className="flex h-14 shrink-0 items-center px-3 md:hidden">
        <SidebarButton />
      </div>
      <EmptyPage
        title="There is no such chat"
        actions={
          <Link href="/" className={buttonClasses({ variant: "primary" })}>
            Start a new chat
          </Link>
        }
      >
        It may have been deleted, or it belongs to somebody else.
      </EmptyPage>
    </>
  );
}
