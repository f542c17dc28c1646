package dev.masterplan.planner.version;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.planner.edit.PlanEdit;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Edits as JSON: {@code op} names which. A deferral is none of them: it says who defers, which no body may say. */
@Singleton
public class EditMapper implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(PlanEdit.class, Op.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
    @JsonSubTypes({
        @Type(value = PlanEdit.AddMilestone.class, name = "add_milestone"),
        @Type(value = PlanEdit.ChangeMilestone.class, name = "change_milestone"),
        @Type(value = PlanEdit.MoveMilestone.class, name = "move_milestone"),
        @Type(value = PlanEdit.SplitMilestone.class, name = "split_milestone"),
        @Type(value = PlanEdit.MergeMilestones.class, name = "merge_milestones"),
        @Type(value = PlanEdit.DeleteMilestone.class, name = "delete_milestone"),
        @Type(value = PlanEdit.AddTask.class, name = "add_task"),
        @Type(value = PlanEdit.ChangeTask.class, name = "change_task"),
        @Type(value = PlanEdit.MoveTask.class, name = "move_task"),
        @Type(value = PlanEdit.SplitTask.class, name = "split_task"),
        @Type(value = PlanEdit.MergeTasks.class, name = "merge_tasks"),
        @Type(value = PlanEdit.DeleteTask.class, name = "delete_task"),
        @Type(value = PlanEdit.AddSubtask.class, name = "add_subtask"),
        @Type(value = PlanEdit.ChangeSubtask.class, name = "change_subtask"),
        @Type(value = PlanEdit.MoveSubtask.class, name = "move_subtask"),
        @Type(value = PlanEdit.SplitSubtask.class, name = "split_subtask"),
        @Type(value = PlanEdit.MergeSubtasks.class, name = "merge_subtasks"),
        @Type(value = PlanEdit.DeleteSubtask.class, name = "delete_subtask"),
        @Type(value = PlanEdit.AddDependency.class, name = "add_dependency"),
        @Type(value = PlanEdit.RemoveDependency.class, name = "remove_dependency"),
        @Type(value = PlanEdit.AddRequirement.class, name = "add_requirement"),
        @Type(value = PlanEdit.ChangeRequirement.class, name = "change_requirement"),
        @Type(value = PlanEdit.DeleteRequirement.class, name = "delete_requirement"),
    })
    private interface Op {}
}
