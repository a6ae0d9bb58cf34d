/** Rules that oxlint does not have: what the domain must not do. */
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

export default { meta: { name: "kinward" }, rules: { pure } };
