import {
  type AstroComponentFactory,
  type ComponentSlots,
  createComponent,
  renderComponent,
  renderTemplate,
} from 'astro/runtime/server/index.js';

/** A component that may not have been evaluated yet: modules of slots import one another. */
type Late = () => AstroComponentFactory;

/** What one plugin, or the owner, sets before, after and around a slot. */
export interface LateLayer {
  before: Late[];
  after: Late[];
  /** The first is the nearest to the slot. */
  around: Late[];
}

type Result = Parameters<AstroComponentFactory>[0];
type Props = Parameters<AstroComponentFactory>[1];

/**
 * The component of a slot to which something was added: its filling, in layers, the first innermost. Every part gets the
 * slot's props; one around it has what it surrounds as its default slot. The filling alone gets the slot's own slots.
 */
export function layered(filling: Late, layers: readonly LateLayer[]): AstroComponentFactory {
  return layers.reduce(within, component(print(filling)));
}

type Print = (result: Result, props: Props, slots: ComponentSlots) => unknown;

function within(inner: AstroComponentFactory, { before, after, around }: LateLayer): AstroComponentFactory {
  const middle = around.reduce<Print>(
    (inside, outside) => surround(outside, inside),
    print(() => inner),
  );
  return component((result, props, slots) => {
    const bare = (parts: readonly Late[]): unknown[] => parts.map((part) => print(part)(result, props, {}));
    return renderTemplate`${bare(before)}${middle(result, props, slots)}${bare(after)}`;
  });
}

function surround(outside: Late, inside: Print): Print {
  return (result, props, slots) =>
    print(outside)(result, props, { default: () => renderTemplate`${inside(result, props, slots)}` });
}

function print(part: Late): Print {
  return (result, props, slots) => renderComponent(result, 'Slot', part(), props, slots);
}

/** `in-tree`: a part deep inside may have something to say in `<head>`, as Astro's own components between them would know. */
function component(template: Print): AstroComponentFactory {
  return createComponent({
    factory: (result, props, slots) => renderTemplate`${template(result, props, slots)}`,
    propagation: 'in-tree',
  });
}
