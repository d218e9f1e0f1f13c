// English messages of a preview.
export const text = {
  only: "This is a preview: nothing is sent.",
  none: "This scenario has no such moment.",
};
