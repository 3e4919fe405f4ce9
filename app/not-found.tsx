import Link from "next/link";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/plain-page";

export default function NotFound() {
  return (
    <EmptyPage
      title="There is nothing here"
      actions={
        <Link href="/" className={buttonClasses()}>
          Go to Branchline
        </Link>
      }
    >
      The address may be wrong, or what was here has been deleted or is no longer shared.
    </EmptyPage>
  );
}
