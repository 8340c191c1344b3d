// Black boxes drawn over a picture by dragging, in thousandths of its sides, as the field `boxes` sends them:
// left,top,right,bottom joined by ";". Without this module the cells of the grid are ticked instead.
const MANY = 40;

for (const surface of document.querySelectorAll("[data-mask]")) {
  const field = surface.closest("form").elements.boxes;
  const layer = surface.querySelector(".mask__draw");
  const drawn = [];
  let start = null;
  surface.classList.add("is-drawn");

  const at = (event) => {
    const box = layer.getBoundingClientRect();
    const part = (value, size) => Math.round(Math.min(Math.max(value / size, 0), 1) * 1000);
    return [part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height)];
  };
  const shape = (element, [ax, ay], [bx, by]) => {
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    Object.assign(element.style, {
      left: `${box[0] / 10}%`, top: `${box[1] / 10}%`,
      width: `${(box[2] - box[0]) / 10}%`, height: `${(box[3] - box[1]) / 10}%`,
    });
    return box;
  };
  const tell = () => {
    field.value = drawn.map(({ box }) => box.join(",")).join(";");
  };

  layer.addEventListener("pointerdown", (event) => {
    if (drawn.length >= MANY || event.button) return;
    layer.setPointerCapture(event.pointerId);
    start = at(event);
    drawn.push({ element: layer.appendChild(Object.assign(document.createElement("div"), { className: "mask__box" })) });
    event.preventDefault();
  });
  layer.addEventListener("pointermove", (event) => {
    if (start) drawn.at(-1).box = shape(drawn.at(-1).element, start, at(event));
  });
  const finish = () => {
    if (!start) return;
    start = null;
    const { element, box } = drawn.at(-1);
    if (!box || box[2] - box[0] < 5 || box[3] - box[1] < 5) {
      element.remove();
      drawn.pop();
    }
    tell();
  };
  layer.addEventListener("pointerup", finish);
  layer.addEventListener("pointercancel", finish);

  surface.closest("form").querySelector("[data-mask-undo]").addEventListener("click", () => {
    drawn.pop()?.element.remove();
    tell();
  });
  surface.closest("form").querySelector("[data-mask-grid]").addEventListener("click", () => {
    surface.classList.toggle("is-drawn");
  });
}
