/** What the domain must not do: it reads no clock and no setting of the machine. */
const pure = {
  create(context) {
    return {
      NewExpression(node) {
        if (node.callee.name === "Date" && node.arguments.length === 0) {
          context.report({
            node,
            message: "`new Date()` reads the clock: take today or the instant as a parameter.",
          });
        }
      },
      CallExpression(node) {
        if (node.callee.name === "Date") {
          context.report({
            node,
            message: "`Date()` reads the clock: take today or the instant as a parameter.",
          });
        }
      },
      MemberExpression(node) {
        if (!node.computed && node.property.name?.startsWith("toLocale")) {
          const { name } = node.property;
          context.report({
            node,
            message: `\`${name}\` follows the machine's language and time zone: format with given ones.`,
          });
        }
      },
    };
  },
};

/** True when an `await` is evaluated inside the expression itself and not in a function that it holds. */
const awaits = (node) => {
  if (node === null || typeof node !== "object") return false;
  if (Array.isArray(node)) return node.some(awaits);
  if (node.type === "AwaitExpression") return true;
  if (/Function/.test(node.type ?? "")) return false;
  return Object.entries(node).some(([key, value]) => key !== "parent" && awaits(value));
};

/** What a journey must not do: read the page once, when the browser may not have drawn yet what the last key did. */
const polled = {
  create(context) {
    return {
      CallExpression(node) {
        if (node.callee.name === "expect" && awaits(node.arguments)) {
          context.report({
            node,
            message:
              "The page may not be there yet: `await expect.poll(() => …)`, or read it into a constant when it can no longer change.",
          });
        }
      },
    };
  },
};

export default { meta: { name: "kinward" }, rules: { polled, pure } };
