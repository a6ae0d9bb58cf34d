import { type Block, type Hub, type Item, SIZE, type Spoke } from "./types.ts";

const person = (id: string): Item => ({ id, width: SIZE.column, isPerson: true });
export const way = (id: string): Item => ({ id, width: SIZE.way, isPerson: false });

const itemsOf = ({ id, left, right }: Hub): readonly Item[] => [
  ...left.toReversed().flatMap((spoke) => [...inward(spoke), ...wayOf(spoke)]),
  person(id),
  ...right.flatMap((spoke) => [...wayOf(spoke), ...inward(spoke)]),
];
const inward = ({ hub }: Spoke): readonly Item[] => (hub === undefined ? [] : itemsOf(hub));
const wayOf = (spoke: Spoke): readonly Item[] => (spoke.way === undefined ? [] : [way(spoke.way)]);

export const blockOf = (hub: Hub): Block => ({ hub, items: itemsOf(hub) });

const mirrored = ({ id, left, right }: Hub): Hub => ({
  id,
  left: right.map(turnedSpoke),
  right: left.map(turnedSpoke),
});
const turnedSpoke = (spoke: Spoke): Spoke =>
  spoke.hub === undefined ? spoke : { ...spoke, hub: mirrored(spoke.hub) };

/** The same people from right to left. */
export const turnedBlock = (block: Block): Block =>
  block.hub === undefined ? block : blockOf(mirrored(block.hub));

/** Every block in which one partner stands elsewhere around the same person: on the other side, nearer or farther. */
export const arrangements = ({ hub }: Block): readonly Block[] =>
  hub === undefined ? [] : hubsLike(hub).map(blockOf);

function hubsLike(hub: Hub): readonly Hub[] {
  const spokes = [
    ...hub.left.map((spoke) => ({ spoke, isLeft: true })),
    ...hub.right.map((spoke) => ({ spoke, isLeft: false })),
  ];
  const own =
    spokes.length < 2
      ? []
      : spokes.flatMap(({ spoke, isLeft }) => {
          const left = hub.left.filter((one) => one !== spoke);
          const right = hub.right.filter((one) => one !== spoke);
          const same = isLeft ? spoke : turnedSpoke(spoke);
          return [
            ...places(left, same).map((next) => ({ ...hub, left: next, right })),
            ...places(right, isLeft ? turnedSpoke(spoke) : spoke).map((next) => ({
              ...hub,
              left,
              right: next,
            })),
          ];
        });
  const below = (["left", "right"] as const).flatMap((side) =>
    hub[side].flatMap((spoke, i) =>
      spoke.hub === undefined
        ? []
        : hubsLike(spoke.hub).map((next) => ({
            ...hub,
            [side]: hub[side].with(i, { ...spoke, hub: next }),
          })),
    ),
  );
  return [...own, ...below];
}

const places = (spokes: readonly Spoke[], one: Spoke): readonly (readonly Spoke[])[] =>
  Array.from({ length: spokes.length + 1 }, (_, i) => spokes.toSpliced(i, 0, one));
