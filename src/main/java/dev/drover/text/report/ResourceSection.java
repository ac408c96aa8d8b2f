package dev.drover.text.report;

import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Role;
import dev.drover.plan.BundleView;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list of resources, each with what is below it. */
final class ResourceSection {
  private final Scene scene;
  private final Family family;

  private ResourceSection(Scene scene, Family family) {
    this.scene = scene;
    this.family = family;
  }

  /** Writes the whole list, heading included. */
  static void write(Scene scene, Outline out) {
    ResourceSection section = new ResourceSection(scene, Family.NONE);
    List<ResourceView> shown =
        scene.assessment().resources().stream().filter(section::isShown).toList();
    out.open("Full List of Resources");
    if (shown.isEmpty()) {
      out.item("No resources");
    }
    shown.forEach(view -> section.write(view, out));
    out.close();
  }

  private boolean isShown(ResourceView view) {
    return !isImplied(view) && (!view.orphan() || scene.isActive(view));
  }

  /** True for the connection to a guest node: its container implies it while it is configured. */
  private boolean isImplied(ResourceView view) {
    return view.kind() == Kind.PRIMITIVE
        && !view.orphan()
        && scene.assessment().nodes().stream()
            .anyMatch(node -> node.kind() == NodeKind.GUEST && node.name().equals(view.id()));
  }

  /** Writes one resource and what is below it. */
  void write(ResourceView view, Outline out) {
    switch (view.kind()) {
      case PRIMITIVE -> out.item(new PrimitiveLine(scene, family).of(view));
      case GROUP -> {
        out.open("Resource Group: " + view.id() + attributes(view, new ArrayList<>()));
        ResourceSection members = below(view);
        view.members().forEach(member -> members.write(member, out));
        out.close();
      }
      case CLONE -> {
        List<String> attributes = new ArrayList<>();
        if (view.promotable()) {
          attributes.add("promotable");
        }
        if (view.unique()) {
          attributes.add("unique");
        }
        String cloned =
            view.members().isEmpty() ? "" : " [" + view.members().get(0).baseName() + "]";
        out.open("Clone Set: " + view.id() + cloned + attributes(view, attributes));
        new CloneSection(scene, view).write(out, below(view));
        out.close();
      }
      case BUNDLE -> writeBundle(view, out);
    }
  }

  private ResourceSection below(ResourceView view) {
    return new ResourceSection(scene, family.below(view));
  }

  private String attributes(ResourceView view, List<String> attributes) {
    boolean promotable = family.promotable() || view.promotable();
    if (view.targetRole() == Role.STOPPED || (view.targetRole() == Role.UNPROMOTED && promotable)) {
      attributes.add("disabled");
    }
    if (view.maintenance()) {
      attributes.add("maintenance");
    } else if (!view.managed()) {
      attributes.add("unmanaged");
    }
    return attributes.isEmpty() ? "" : " (" + String.join(", ", attributes) + ")";
  }

  private void writeBundle(ResourceView view, Outline out) {
    BundleView bundle = view.bundle();
    if (bundle == null) {
      throw new IllegalArgumentException(
          "bundle " + view.id() + " without a description of its parts");
    }
    String set = bundle.replicas().size() > 1 ? " set" : "";
    String unique = view.unique() ? " (unique)" : "";
    String care = view.maintenance() ? " (maintenance)" : view.managed() ? "" : " (unmanaged)";
    out.open(
        "Container bundle" + set + ": " + view.id() + " [" + bundle.image() + "]" + unique + care);
    Map<String, ResourceView> parts = new HashMap<>();
    view.primitives().forEach(part -> parts.put(part.id(), part));
    PrimitiveLine line = new PrimitiveLine(scene, family.below(view));
    for (BundleView.Replica replica : bundle.replicas()) {
      ResourceView container = parts.get(replica.container());
      ResourceView service = replica.service() == null ? container : parts.get(replica.service());
      if (container == null || service == null) {
        throw new IllegalArgumentException(
            "bundle " + view.id() + " lacks a part of replica " + replica.number());
      }
      String name = replica.connection() == null ? replica.container() : replica.connection();
      String shown = replica.ip() == null ? name : name + " (" + replica.ip() + ")";
      out.item(line.of(service, shown, container.current()));
    }
    out.close();
  }
}
