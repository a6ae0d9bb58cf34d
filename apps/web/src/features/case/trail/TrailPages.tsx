import { Pagination } from "@kinward/ui/Pagination";

/** Leafs through what nobody counts: back to the page before, and on while there is more. */
export function TrailPages({
  label,
  page,
  more,
  onTurn,
}: {
  label: string;
  page: number;
  more: boolean;
  /** @param page undefined: the first, which needs no word in the address */
  onTurn: (page: number | undefined) => void;
}) {
  if (!more && page === 1) return null;
  return (
    <Pagination
      label={label}
      from={page}
      to={page}
      onPrevious={page > 1 ? () => onTurn(page > 2 ? page - 1 : undefined) : undefined}
      onNext={more ? () => onTurn(page + 1) : undefined}
    />
  );
}
