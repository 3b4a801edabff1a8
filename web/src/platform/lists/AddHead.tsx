import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/controls/Button.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";

export interface AddHeadProps {
  title: string;
  /** What is added, in words. */
  words: string;
  /** Left out for somebody who may not. */
  onAdd?: () => void;
  /** Ways to pages that belong to this one; a desk has room for them. */
  ways?: ReactNode;
}

/** The head of a list whose one act is to add to it; a phone shows the sign alone. */
export function AddHead({ title, words, onAdd, ways }: AddHeadProps) {
  if (onAdd === undefined) return <PageHead title={title} acts={ways} />;
  return (
    <PageHead
      title={title}
      acts={
        <>
          {ways}
          <Button look="solid" icon={Plus} shortcut="c" onClick={onAdd}>
            {words}
          </Button>
        </>
      }
      phoneActs={<Button look="quiet" icon={Plus} label={words} onClick={onAdd} />}
    />
  );
}
